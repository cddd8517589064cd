package io.giaovan.routingengine.network.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Invented names that sound Vietnamese: a thing and a pleasant quality, never a person. None is given twice. */
final class CityNames {
    private static final List<String> THINGS = List.of(
            "Bến", "Suối", "Đồi", "Gió", "Nắng", "Mây", "Trăng", "Vườn", "Đồng", "Rạch", "Gò", "Bàu", "Giồng", "Hương",
            "Thảo", "Lúa", "Tre", "Trúc", "Cau", "Dừa", "Mận", "Bưởi", "Sim", "Tràm", "Đước", "Chàm");
    private static final List<String> QUALITIES = List.of(
            "Lành", "Xanh", "Mới", "Ngọt", "Vàng", "Sớm", "Hiền", "Thơm", "Sáng", "Êm", "Biếc", "Hồng", "Tươi", "Thanh",
            "Bình", "An", "Phúc", "Hòa", "Thuận", "Mỹ", "Vinh", "Lộc", "Xuân", "Thu");

    private final Iterator<String> streets;
    private final Iterator<String> wards;

    CityNames(Random random) {
        List<String> all = new ArrayList<>();
        for (String thing : THINGS) {
            for (String quality : QUALITIES) {
                all.add(thing + " " + quality);
            }
        }
        Collections.shuffle(all, random);
        wards = all.subList(0, 40).iterator();
        streets = all.subList(40, all.size()).iterator();
    }

    String street() {
        return streets.next();
    }

    String ward() {
        return "Phường " + wards.next();
    }
}
