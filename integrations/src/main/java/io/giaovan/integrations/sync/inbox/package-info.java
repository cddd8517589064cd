/**
 * Messages kept until they are done: stored once, in order within a lane, tried again, parked for a person. Serves every
 * flow. It must never lose one.
 */
@NullMarked
package io.giaovan.integrations.sync.inbox;

import org.jspecify.annotations.NullMarked;
