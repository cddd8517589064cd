/**
 * Finds in a merchant's lists what fits: the query language of {@code …/search} and filters of lists. Serves intents,
 * charges and customers. It never looks at another merchant's things and never at more of them than its limit at once.
 */
@NullMarked
package io.giaovan.paymentgateway.api.search;

import org.jspecify.annotations.NullMarked;
