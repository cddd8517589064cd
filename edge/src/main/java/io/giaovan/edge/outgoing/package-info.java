/**
 * Calls addresses that strangers gave us: judges where a call may go, makes it, and plans the next try. Serves the rooms that send webhooks. It never follows a redirect and never looks a name up twice.
 */
@NullMarked
package io.giaovan.edge.outgoing;

import org.jspecify.annotations.NullMarked;
