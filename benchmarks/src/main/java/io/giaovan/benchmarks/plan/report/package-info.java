/**
 * What a comparison came to: gaps per instance and in the mean as a table, every run as a line of CSV, gap over time as a
 * chart. Serves the reader. It never lets values of two conventions meet and never puts a number where there was no lawful
 * answer.
 */
@NullMarked
package io.giaovan.benchmarks.plan.report;

import org.jspecify.annotations.NullMarked;
