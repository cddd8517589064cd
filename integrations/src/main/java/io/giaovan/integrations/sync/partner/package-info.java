/**
 * Calls to partners and their JSON, and what is known when a call fails. Serves every channel and carrier. It must never
 * call twice what may have happened.
 */
@NullMarked
package io.giaovan.integrations.sync.partner;

import org.jspecify.annotations.NullMarked;
