package io.giaovan.routingengine.plan.vroom;

/** Why a VROOM request is refused, in VROOM's own codes. */
final class VroomTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int INTERNAL = 1;
    static final int INPUT = 2;
    static final int ROUTING = 3;
    static final int TOO_LARGE = 4;

    private final int code;

    VroomTrouble(int code, String message) {
        super(message);
        this.code = code;
    }

    static VroomTrouble input(String message) {
        return new VroomTrouble(INPUT, message);
    }

    int code() {
        return code;
    }

    /** The HTTP status that vroom-express answers with. */
    int status() {
        return switch (code) {
            case INPUT -> 400;
            case TOO_LARGE -> 413;
            default -> 500;
        };
    }
}
