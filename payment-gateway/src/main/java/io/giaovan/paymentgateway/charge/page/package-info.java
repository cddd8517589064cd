/**
 * The page that tells a buyer how to pay. Serves buyers who hold the charge's secret. It must never show more than that
 * buyer may know.
 */
@NullMarked
package io.giaovan.paymentgateway.charge.page;

import org.jspecify.annotations.NullMarked;
