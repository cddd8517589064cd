/**
 * What the commands share at the terminal: options and their errors, progress, the help text. Serves every command. It
 * never starts anything.
 */
@NullMarked
package io.giaovan.standalone.command;

import org.jspecify.annotations.NullMarked;
