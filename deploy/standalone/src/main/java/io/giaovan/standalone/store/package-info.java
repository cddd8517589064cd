/**
 * The store of a single small shop: a MongoDB-speaking server inside this process, kept in one file. Serves whoever
 * starts without a database of their own. It must never acknowledge a change that is not in the file yet, nor hand out
 * a document that a change has half reached.
 */
@NullMarked
package io.giaovan.standalone.store;

import org.jspecify.annotations.NullMarked;
