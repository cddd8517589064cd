/**
 * What a person should look at, although work goes on. Serves those who run the house. It must never stop work.
 */
@NullMarked
package io.giaovan.integrations.sync.alert;

import org.jspecify.annotations.NullMarked;
