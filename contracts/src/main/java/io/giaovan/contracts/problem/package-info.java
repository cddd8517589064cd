/**
 * Error codes and the one shape in which every service refuses. Serves the HTTP edges and the remote clients. It never holds personal data.
 */
@NullMarked
package io.giaovan.contracts.problem;

import org.jspecify.annotations.NullMarked;
