/**
 * The dispatcher's page over plans and routes. Serves people. It must never decide what the rooms below it decide.
 */
@NullMarked
package io.giaovan.routingengine.dispatch.board;

import org.jspecify.annotations.NullMarked;
