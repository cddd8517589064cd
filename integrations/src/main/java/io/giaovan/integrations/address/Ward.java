package io.giaovan.integrations.address;

import io.giaovan.contracts.place.GeoPoint;

/**
 * A ward, commune or special zone of today.
 *
 * @param code official code, five digits
 * @param name with its kind, for instance {@code Phường Bến Thành}
 * @param provinceCode official code, two digits
 * @param province with its kind, for instance {@code Thành phố Hồ Chí Minh}
 * @param centre a point inside or near it
 */
public record Ward(String code, String name, String provinceCode, String province, GeoPoint centre) {}
