package io.giaovan.standalone.shape;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contracts with beans injected directly. */
class OneProcessShapeIT {
    private static Shape shape;

    @BeforeAll
    static void start() {
        shape = Shape.oneProcess();
    }

    @AfterAll
    static void stop() {
        if (shape != null) {
            shape.close();
        }
    }

    @Nested
    class LastMileHere extends LastMileContract {
        @Override
        Shape shape() {
            return shape;
        }
    }

    @Nested
    class PaymentDeskHere extends PaymentDeskContract {
        @Override
        Shape shape() {
            return shape;
        }
    }

    @Nested
    class OrderIntakeHere extends OrderIntakeContract {
        @Override
        Shape shape() {
            return shape;
        }
    }

    @Nested
    class MarketplacesHere extends MarketplacesContract {
        @Override
        Shape shape() {
            return shape;
        }
    }

    @Nested
    class ParcelCarriersHere extends ParcelCarriersContract {
        @Override
        Shape shape() {
            return shape;
        }
    }
}
