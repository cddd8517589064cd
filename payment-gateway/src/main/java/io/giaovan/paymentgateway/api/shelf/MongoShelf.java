package io.giaovan.paymentgateway.api.shelf;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.PaymentNews;
import io.giaovan.paymentgateway.api.ApiJson;
import io.giaovan.store.document.MongoSlices;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import io.giaovan.store.outbox.AggregateWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A shelf as a collection of aggregates. */
final class MongoShelf<T> implements Shelf<T> {
    private static final String SOURCE = "/payment-gateway";
    /** Most pieces of news in one change; their sequence is the version times this and their place. */
    private static final int NEWS_MAX = 10;

    private final MongoCollection<Document> things;
    private final String collection;
    private final ShelfCodec<T> codec;
    private final AggregateWriter writer;
    private final ApiJson json;
    private final Clock clock;

    MongoShelf(
            MongoCollection<Document> things,
            String collection,
            ShelfCodec<T> codec,
            List<String> unique,
            AggregateWriter writer,
            ApiJson json,
            Clock clock) {
        this.things = things;
        this.collection = collection;
        this.codec = codec;
        this.writer = writer;
        this.json = json;
        this.clock = clock;
        things.createIndex(Indexes.compoundIndex(Indexes.ascending("merchant"), Indexes.descending("createdAt")));
        for (String field : unique) {
            things.createIndex(Indexes.ascending(field), new IndexOptions().unique(true));
        }
    }

    @Override
    public boolean insert(T thing, List<News> news) {
        return writer.insert(collection, document(thing), events(thing, 1, news));
    }

    @Override
    public boolean update(T thing, List<News> news) {
        long version = codec.version(thing);
        return writer.update(collection, document(thing), version, events(thing, version + 1, news));
    }

    private Document document(T thing) {
        Document document = new Document("_id", codec.id(thing))
                .append("schema", 1)
                .append("merchant", codec.merchantId(thing).value())
                .append("createdAt", Date.from(codec.createdAt(thing)));
        document.putAll(codec.fields(thing));
        return document;
    }

    private List<Event> events(T thing, long version, List<News> news) {
        if (news.size() > NEWS_MAX) {
            throw new IllegalStateException(news.size() + " pieces of news in one change of " + codec.id(thing));
        }
        Instant now = clock.instant();
        List<Event> events = new ArrayList<>();
        for (int place = 0; place < news.size(); place++) {
            long sequence = version * NEWS_MAX + place;
            News told = news.get(place);
            events.add(new Event(
                    codec.id(thing) + "-news-" + sequence,
                    SOURCE,
                    EventType.PAYMENT_NEWS,
                    codec.id(thing),
                    sequence,
                    now,
                    new PaymentNews(codec.merchantId(thing), told.type(), json.write(told.object()), now)));
        }
        return events;
    }

    @Override
    public Optional<T> find(MerchantId merchantId, String id) {
        return Optional.ofNullable(things.find(Filters.eq("_id", id)).first())
                .filter(document -> merchantId.value().equals(document.getString("merchant")))
                .map(codec::read);
    }

    @Override
    public Optional<T> find(String id) {
        return Optional.ofNullable(things.find(Filters.eq("_id", id)).first()).map(codec::read);
    }

    @Override
    public Sliced<T> list(MerchantId merchantId, Slice slice) {
        return read(owned(merchantId), slice);
    }

    @Override
    public Sliced<T> listWith(MerchantId merchantId, String field, String value, Slice slice) {
        return read(Filters.and(owned(merchantId), Filters.eq(field, value)), slice);
    }

    private Sliced<T> read(Bson whose, Slice slice) {
        return MongoSlices.of(things, "createdAt", "_id").read(whose, slice).map(codec::read);
    }

    @Override
    public Optional<T> findWith(String field, String value) {
        return Optional.ofNullable(things.find(Filters.eq(field, value)).first())
                .map(codec::read);
    }

    @Override
    public void remove(MerchantId merchantId, String id) {
        things.deleteOne(Filters.and(Filters.eq("_id", id), owned(merchantId)));
    }

    @Override
    public boolean removeUnchanged(T thing) {
        return things.deleteOne(Filters.and(
                                Filters.eq("_id", codec.id(thing)),
                                owned(codec.merchantId(thing)),
                                Filters.eq("version", codec.version(thing))))
                        .getDeletedCount()
                == 1;
    }

    private static Bson owned(MerchantId merchantId) {
        return Filters.eq("merchant", merchantId.value());
    }
}
