"""PySpark: the real ``mapInArrow`` on two processors, Parquet in, Parquet out, counts by site; and the script."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cleanarticle import Cleaner, ColumnError
from cleanarticle.integrations.arrow import ERROR, BatchCleaner
from cleanarticle.records import columns
from docs.examples import ROOT
from tests.integrations import articles
from tests.integrations.articles import CLEAN, PAGE, STORY, TEXT

pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed")
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    pytest.skip("Java is not installed: Spark wants a Java 17 runtime", allow_module_level=True)

BATCHES = BatchCleaner(url="url", removals=True)
pytestmark = [
    # PySpark says of a pandas newer than itself that it is new, and leaves sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    warehouse = tmp_path_factory.mktemp("warehouse")
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", str(warehouse))
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def parquet(tmp_path_factory):
    """A data set of two files."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder = tmp_path_factory.mktemp("articles")
    for part in (0, 1):
        pq.write_table(pa.Table.from_pylist(articles.ROWS[part::2]), folder / f"{part}.parquet")
    return folder


def shown(out):
    """The rows of a table that ``show`` printed."""
    lines = [line.strip("|").split("|") for line in out.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines]


def cleaned(frame, batches=BATCHES):
    from cleanarticle.integrations.spark import clean

    return clean(frame, batches)


def test_from_parquet_to_parquet_with_counts_by_site(spark, parquet, tmp_path):
    from cleanarticle.integrations.spark import by_site

    cleaned(spark.read.parquet(str(parquet))).write.parquet(str(tmp_path / "out"))

    out = spark.read.parquet(str(tmp_path / "out"))
    assert out.columns == [
        "id", "text", "url", *[column.name for column in columns(True) if column.name != "url"], ERROR
    ]  # fmt: skip
    rows = {row["id"]: row for row in out.collect()}
    assert [rows[row["id"]]["clean_text"] for row in articles.ROWS] == CLEAN
    assert [removal["kind"] for removal in rows[1]["removals"]] == ["byline", "social"]
    assert rows[1]["authors"] == ["Jane Doe"]
    assert rows[3]["authors"] is None
    share = rows[1]["removed_share"]
    assert [tuple(row) for row in by_site(out).collect()] == [
        ("harbour.example", 2, 1, 0, 0.0),
        ("valley.example", 2, 2, 0, pytest.approx(share / 2)),
        ("", 1, 1, 0, share),
    ]


def test_the_code_in_the_docs(spark, parquet, tmp_path, capsys):
    shutil.copytree(parquet, tmp_path / "articles")
    exec(articles.snippet("spark.clean", tmp_path), {"session": spark})
    assert ["valley.example", "2", "2", "0"] in [row[:4] for row in shown(capsys.readouterr().out)]
    assert spark.read.parquet(str(tmp_path / "cleaned")).count() == len(articles.ROWS)


def test_partitions_stay(spark, parquet):
    frame = spark.read.parquet(str(parquet)).repartition(3)
    out = cleaned(frame)
    assert out.rdd.getNumPartitions() == 3
    assert out.count() == len(articles.ROWS)


@pytest.mark.parametrize("large", ["false", "true"])
def test_pages_as_bytes(spark, large):
    spark.conf.set("spark.sql.execution.arrow.useLargeVarTypes", large)
    frame = spark.createDataFrame([(1, bytearray(PAGE.encode())), (2, None)], "id int, page binary")
    rows = cleaned(frame, BatchCleaner(html="page", cleaner=Cleaner(keep={"byline"}))).orderBy("id").collect()
    assert rows[0]["clean_text"].startswith("By Jane Doe\n\n" + STORY.partition("\n")[0])
    assert rows[0]["title"] == "The old bridge"
    assert rows[1]["clean_text"] is None
    spark.conf.unset("spark.sql.execution.arrow.useLargeVarTypes")


def test_a_bad_row_costs_itself_alone(spark):
    texts = [(1, bytearray(TEXT.encode())), (2, bytearray(b"The lake \xff froze"))]
    frame = spark.createDataFrame(texts, "id int, bytes binary").selectExpr("id", "cast(bytes as string) as text")
    rows = cleaned(frame, BatchCleaner()).orderBy("id").collect()
    assert [(row["clean_text"], row[ERROR] is None) for row in rows] == [(STORY, True), (None, False)]
    assert rows[1][ERROR].startswith("UnicodeDecodeError: ")


def test_small_batches(spark):
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 2)
    out = cleaned(spark.createDataFrame([(TEXT,)] * 5, "text string"), BatchCleaner(prefix="article_"))
    assert [row["article_clean_text"] for row in out.collect()] == [STORY] * 5
    spark.conf.unset("spark.sql.execution.arrow.maxRecordsPerBatch")


def test_mistakes_are_told_before_the_job(spark, parquet):
    frame = spark.read.parquet(str(parquet))
    with pytest.raises(ColumnError, match="no column 'body'; it has: id, text, url"):
        cleaned(frame, BatchCleaner(text="body"))
    with pytest.raises(ColumnError, match="has a column url already"):
        cleaned(frame, BatchCleaner())
    with pytest.raises(ColumnError, match="column 'id' has type int64"):
        cleaned(frame, BatchCleaner(text="id", url="url"))


def test_the_script_runs_under_spark_submit(parquet, tmp_path):
    import pyarrow.parquet as pq

    command = [
        str(Path(pyspark.__file__).parent / "bin" / "spark-submit"),
        *("--master", "local[2]", "--conf", "spark.ui.enabled=false", "--conf", "spark.driver.bindAddress=127.0.0.1"),
        *(str(ROOT / "docs" / "spark_job.py"), str(parquet), str(tmp_path / "out"), "--url", "url"),
    ]
    env = {**os.environ, "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-3000:]
    assert [row[:4] for row in shown(done.stdout)] == [
        ["site", "records", "cleaned", "failed"],
        ["harbour.example", "2", "1", "0"],
        ["valley.example", "2", "2", "0"],
        ["", "1", "1", "0"],
    ]
    out = pq.read_table(tmp_path / "out")
    assert sorted(out["id"].to_pylist()) == [1, 2, 3, 4, 5]
