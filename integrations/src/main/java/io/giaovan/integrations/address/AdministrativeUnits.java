package io.giaovan.integrations.address;

/** Looks administrative units up by name. Names may lack marks, carry prefixes or be abbreviated. */
public interface AdministrativeUnits {
    /** False when no reference data is set up; then every answer is unknown. */
    boolean isLoaded();

    /** A ward of today, by its name and its province of today. */
    WardAnswer findWard(String ward, String province);

    /**
     * The ward of today that an old ward became.
     *
     * @param ward old ward
     * @param district old district; blank when it was not given
     * @param province old province
     */
    WardAnswer mapOldWard(String ward, String district, String province);
}
