"""Ray Data: the real ``map_batches`` on a local cluster of two processors."""

import pytest

from cleanarticle import Cleaner
from cleanarticle.integrations.arrow import ERROR, BatchCleaner
from cleanarticle.records import columns
from tests.integrations import articles
from tests.integrations.articles import CLEAN, STORY, TEXT

ray = pytest.importorskip("ray", reason="ray is not installed")
pytest.importorskip("ray.data", reason="ray.data is not installed")

BATCHES = BatchCleaner(url="url", removals=True)
pytestmark = [
    # Ray sets options of its own that it has deprecated, and leaves files and sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:ray.data.context"),
    pytest.mark.filterwarnings("ignore:`target_shuffle_max_block_size` is deprecated:UserWarning:ray.data.context"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(scope="module", autouse=True)
def cluster():
    ray.init(num_cpus=2, include_dashboard=False, logging_level="ERROR", log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield
    ray.shutdown()


def cleaned(dataset, batches=BATCHES, **options):
    from cleanarticle.integrations.ray import clean

    return clean(dataset, batches, **options)


def test_from_parquet_to_parquet(tmp_path):
    import pyarrow as pa
    import pyarrow.parquet as pq

    (tmp_path / "in").mkdir()
    for part in (0, 1):
        pq.write_table(pa.Table.from_pylist(articles.ROWS[part::2]), tmp_path / "in" / f"{part}.parquet")
    cleaned(ray.data.read_parquet(str(tmp_path / "in"))).write_parquet(str(tmp_path / "out"))

    out = pq.read_table(tmp_path / "out")
    assert dict(zip(out["id"].to_pylist(), out["clean_text"].to_pylist(), strict=True)) == dict(
        zip([row["id"] for row in articles.ROWS], CLEAN, strict=True)
    )
    assert out.schema.names == [
        "id", "text", "url", *[column.name for column in columns(True) if column.name != "url"], ERROR
    ]  # fmt: skip


def test_the_code_in_the_docs(tmp_path):
    import pyarrow as pa
    import pyarrow.parquet as pq

    (tmp_path / "articles").mkdir()
    pq.write_table(pa.Table.from_pylist(articles.ROWS), tmp_path / "articles" / "1.parquet")
    exec(articles.snippet("ray.data", tmp_path), {})
    assert pq.read_table(tmp_path / "cleaned")["clean_text"].to_pylist() == CLEAN


def test_small_batches_and_a_cleaner_of_ones_own():
    dataset = ray.data.from_items([{"text": TEXT}] * 5)
    batches = BatchCleaner(cleaner=Cleaner(keep={"byline"}))
    rows = cleaned(dataset, batches, batch_size=2).take_all()
    assert [row["clean_text"] for row in rows] == [f"By Jane Doe\n\n{STORY}"] * 5


def test_mistakes_are_told():
    with pytest.raises(ray.exceptions.RayTaskError, match="no column 'body'; it has: text"):
        cleaned(ray.data.from_items([{"text": TEXT}]), BatchCleaner(text="body")).take_all()
