/**
 * Asks partners by the clock for what their pushes did not bring. Serves every channel and carrier. It must never be the
 * only way in which news comes.
 */
@NullMarked
package io.giaovan.integrations.sync.poll;

import org.jspecify.annotations.NullMarked;
