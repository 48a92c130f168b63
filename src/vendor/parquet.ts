// The part of hyparquet-writer that pages use, fetched when a reader first asks for a Parquet file.
export {parquetWriteBuffer} from "hyparquet-writer";
