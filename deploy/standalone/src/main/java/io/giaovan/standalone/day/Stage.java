package io.giaovan.standalone.day;

import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.Draws;
import io.giaovan.standalone.cast.HouseApi;

/**
 * What everyone on stage shares.
 *
 * @param api the way into the house
 * @param cast who takes part
 * @param plan what is played
 * @param draws chance
 * @param agenda what is going to happen
 * @param notes what happened, for the report and the audit
 */
record Stage(HouseApi api, Cast cast, DayPlan plan, Draws draws, Agenda agenda, Notes notes) {}
