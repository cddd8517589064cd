/**
 * Decides how quick a city day is: a depot with a thousand stops and fifty couriers on a running house, asked over HTTP as its
 * people would. Serves whoever changes the engine. It must never decide whether a build is good: a machine that is busy is
 * slow.
 */
@NullMarked
package io.giaovan.benchmarks.city;

import org.jspecify.annotations.NullMarked;
