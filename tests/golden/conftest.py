"""At the end of a run: which floors can be raised."""


def pytest_terminal_summary(terminalreporter):
    passed = terminalreporter.stats.get("passed", [])
    lines = [value for report in passed for name, value in report.user_properties if name == "floor"]
    if lines:
        terminalreporter.section("floors that can be raised: python -m tests.golden floors")
        for line in lines:
            terminalreporter.write_line(line)
