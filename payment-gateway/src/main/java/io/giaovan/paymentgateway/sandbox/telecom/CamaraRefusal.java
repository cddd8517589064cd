package io.giaovan.paymentgateway.sandbox.telecom;

/** A refusal in CAMARA's words. */
final class CamaraRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    CamaraRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static CamaraRefusal argument(String message) {
        return new CamaraRefusal(400, "INVALID_ARGUMENT", message);
    }

    /** The body of the answer. */
    record Body(int status, String code, String message) {}

    int status() {
        return status;
    }

    Body body() {
        return new Body(status, code, String.valueOf(getMessage()));
    }
}
