"""Small Annex A workbooks for tests: invented children, written as .xlsx by hand."""

import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

Rows = list[list[object]]
WHO = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"]
STAFF = ["Allocated Team", "Allocated Worker"]
DISABLED = "Does the Child have a Disability"
HEADS = {
    "List 1": [*WHO, "Date of Contact", "Contact Source"],
    "List 6": [*WHO, DISABLED, "CIN Start Date", "CIN Closure Date", "Case Status", *STAFF],
    "List 7": [
        *(*WHO, DISABLED, "Child Protection Plan Start Date", "Child Protection Plan End Date"),
        *STAFF,
    ],
    "List 8": [
        *(*WHO, DISABLED, "Date Started to be Looked After", "Date Ceased to be Looked After"),
        *STAFF,
    ],
    "List 9": [*WHO, DISABLED, *STAFF, "Allocated Personal Advisor", "Eligibility Category"],
}
MAYA = ["M1", "b) Female", "a) WBRI", date(2017, 3, 4), 8, "b) No"]
THEO = ["T1", "Male", "White - British", date(2011, 2, 28), 14, "a) Yes"]
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def cin(
    who: list[object], starts: object, ends: object = "", worker: str = "Ann Bell"
) -> list[object]:
    """A row of List 6."""
    return [*who, starts, ends, "", "East", worker]


def plan(
    who: list[object], starts: object, ends: object = "", worker: str = "Ann Bell"
) -> list[object]:
    """A row of List 7 or 8."""
    return [*who, starts, ends, "East", worker]


def write(file: Path, above: int = 0, **lists: Rows) -> Path:
    """Write a workbook with these lists ("List_6"), their headings under some rows of titles."""
    sheets = {}
    for name, rows in lists.items():
        name = name.replace("_", " ")
        titles: Rows = [[f"Annex A, {name}"]] * above
        sheets[name] = [*titles, list(HEADS[name]), *rows]
    return write_sheets(file, sheets)


def write_sheets(file: Path, sheets: dict[str, Rows]) -> Path:
    """Write a workbook with these sheets. A text that begins with = is a formula without value."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in _parts(sheets).items():
            parts.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return file


def _parts(sheets: dict[str, Rows]) -> dict[str, str]:
    numbers = list(enumerate(sheets, 1))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
        for n, _ in numbers
    )
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"/>' for n, name in numbers
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in numbers
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/'
        f'workbook.xml" ContentType="{kind}.sheet.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/'
        'officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}<Relationship '
        f'Id="s" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{n}.xml": _sheet(sheets[name]) for n, name in numbers},
    }


def _sheet(rows: Rows) -> str:
    lines = (
        f'<row r="{n}">{"".join(_cell(cell, place, n) for place, cell in enumerate(row))}</row>'
        for n, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(value: object, place: int, row: int) -> str:
    at = f"{chr(65 + place)}{row}"
    if isinstance(value, date):
        return f'<c r="{at}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{at}"><v>{value}</v></c>'
    text = str(value)
    if text.startswith("="):
        return f'<c r="{at}" t="e"><f>{escape(text[1:])}</f><v>#N/A</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else ""
