/**
 * How a document is kept: the connection, versioned writes and the mapping of shared values. Serves every repository.
 * It never decides what a document means.
 */
@NullMarked
package io.giaovan.store.document;

import org.jspecify.annotations.NullMarked;
