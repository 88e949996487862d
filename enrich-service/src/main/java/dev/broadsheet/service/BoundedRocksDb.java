package dev.broadsheet.service;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for the memory of all state stores of the process. By default every store of every partition has its own 50 MB
 * of blocks and 48 MB of write buffers, which grows with each partition that a process takes over.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long BLOCKS = 64L << 20;
    /** All that may wait in memory to be written to disk, in bytes. */
    static final long WRITE_BUFFERS = 32L << 20;

    private static final int SHARDS_BY_SIZE = -1;
    private static final double FOR_INDEX_AND_FILTERS = 0.1;

    static {
        RocksDB.loadLibrary();
    }

    // Shared by all stores and never closed: they live as long as the process.
    private static final Cache CACHE = new LRUCache(BLOCKS, SHARDS_BY_SIZE, false, FOR_INDEX_AND_FILTERS);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BUFFERS, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(BUFFERS);
        options.setMaxWriteBufferNumber(2);
        options.setWriteBufferSize(8L << 20);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String storeName, Options options) {
        // Nothing of a store's own to close.
    }
}
