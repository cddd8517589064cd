/**
 * Turns every refusal and failure into problem+json, or into the shape a foreign client expects. Serves all HTTP surfaces. It never shows a stack trace, a secret or personal data.
 */
@NullMarked
package io.giaovan.edge.problem;

import org.jspecify.annotations.NullMarked;
