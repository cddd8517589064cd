package io.giaovan.integrations.sandbox.market;

/**
 * A shop on the sandbox marketplace.
 *
 * @param shopId its number
 * @param secret signs the seller's calls and the marketplace's pushes
 * @param webhookUrl where pushes go, also part of what they sign
 */
record MarketShop(String shopId, String secret, String webhookUrl) {
    MarketShop {
        if (!shopId.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("shopId: '" + shopId + "' is not 1 to 64 letters, digits, _ or -");
        }
        if (secret.length() < 16 || secret.length() > 200) {
            throw new IllegalArgumentException("secret: has " + secret.length() + " characters, allowed are 16 to 200");
        }
        if (!webhookUrl.matches("https?://.{1,490}")) {
            throw new IllegalArgumentException("webhookUrl: is not an http or https address of at most 500 characters");
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "MarketShop[" + shopId + "]";
    }
}
