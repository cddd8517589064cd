/**
 * Personal data of merchants' buyers: sealed where it is kept, found by blind index. Serves customers and ways to pay. It never goes into events or logs.
 */
@NullMarked
package io.giaovan.paymentgateway.api.person;

import org.jspecify.annotations.NullMarked;
