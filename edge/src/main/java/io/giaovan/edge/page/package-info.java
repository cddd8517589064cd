/**
 * Renders pages and serves their assets, in Vietnamese and English. Serves all rooms with pages. It decides nothing.
 */
@NullMarked
package io.giaovan.edge.page;

import org.jspecify.annotations.NullMarked;
