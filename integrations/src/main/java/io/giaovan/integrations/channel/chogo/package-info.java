/**
 * Speaks with the marketplace Chợ Gỗ, whose interface has the shape of Shopee's Open Platform v2. Serves the import of orders and the telling of news. It never lets a partner's word pass that it does not know.
 */
@NullMarked
package io.giaovan.integrations.channel.chogo;

import org.jspecify.annotations.NullMarked;
