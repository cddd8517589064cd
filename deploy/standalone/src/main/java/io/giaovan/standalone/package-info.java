/**
 * Starts the whole house and the commands around it. Serves whoever sits at the terminal. It never holds business rules.
 */
@NullMarked
package io.giaovan.standalone;

import org.jspecify.annotations.NullMarked;
