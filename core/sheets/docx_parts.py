"""The parts of a Word package that hardly change: types, relations, styles, headers, properties, charts."""
from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from core.sheets.layout import FONT, Align, BarChart, Bundle, Text
from core.sheets.letters import plot_of

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_JUSTIFY = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}

CONTENT_TYPES = (
    _HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_WORD}.header+xml"/>'
    f'<Override PartName="/word/header2.xml" ContentType="{_WORD}.header+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    "{charts}</Types>")

PACKAGE_RELS = (
    _HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_REL}/extended-properties" Target="docProps/app.xml"/></Relationships>')

APP = (_HEAD + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
       "<Application>Phân công</Application></Properties>")

DOCUMENT_OPEN = (
    _HEAD + f'<w:document xmlns:w="{_W}" xmlns:r="{_R}" xmlns:c="{_C}" xmlns:a="{_A}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"><w:body>')

SETTINGS = (
    _HEAD + f'<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl '
    'w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>')

HEADER = (
    _HEAD + f'<w:hdr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    '<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>')

FIRST_HEADER = _HEAD + f'<w:hdr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr></w:p></w:hdr>'


def document_rels(charts: int) -> str:
    found = "".join(f'<Relationship Id="rIdChart{n}" Type="{_REL}/chart" Target="charts/chart{n}.xml"/>' for n in range(1, charts + 1))
    return (_HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_REL}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId2" Type="{_REL}/settings" Target="settings.xml"/>'
            f'<Relationship Id="rId3" Type="{_REL}/header" Target="header1.xml"/>'
            f'<Relationship Id="rId4" Type="{_REL}/header" Target="header2.xml"/>{found}</Relationships>')


def core_part(bundle: Bundle) -> str:
    return (_HEAD + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(bundle.title)}</dc:title><dc:subject>{escape(bundle.subject)}</dc:subject>"
            f"<dc:creator>{escape(bundle.author or 'Phân công')}</dc:creator><dc:language>vi-VN</dc:language>"
            f"<cp:keywords>{escape(', '.join(bundle.keywords))}</cp:keywords></cp:coreProperties>")


# ---------------------------------------------------------------- styles


def styles_part(styles: dict[str, tuple[str, Text]]) -> str:
    """All styles: the document's own defaults, those of the cells, and one for each sort of text that stands in the document."""
    own = "".join(_style(key, name, block) for key, (name, block) in sorted(styles.items()))
    return (_HEAD + f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts()}<w:color w:val="000000"/>'
            '<w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
            '</w:docDefaults>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
            '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
            '<w:left w:w="108" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
            + _style("SoTrang", "Số trang", Text("", 13, align=Align.CENTER))
            + _style("OBang", "Ô bảng", Text("", 12, align=Align.LEFT, before=2, after=2))
            + _style("DauCot", "Đầu cột", Text("", 12, bold=True, align=Align.CENTER, before=2, after=2))
            + own + "</w:styles>")


def _fonts() -> str:
    return f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def _style(key: str, name: str, block: Text) -> str:
    bold = "<w:b/><w:bCs/>" if block.bold else ""
    italic = "<w:i/><w:iCs/>" if block.italic else ""
    first = f'<w:ind w:firstLine="{round(block.first_line / 25.4 * 1440)}"/>' if block.first_line else ""
    size = round(block.size * 2)
    return (f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val={quoteattr(name)}/><w:basedOn w:val="Normal"/>'
            f'<w:qFormat/><w:pPr><w:spacing w:before="{round(block.before * 20)}" w:after="{round(block.after * 20)}"/>{first}'
            f'<w:jc w:val="{_JUSTIFY[block.align]}"/></w:pPr><w:rPr>{bold}{italic}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
            f'</w:style>')


# ---------------------------------------------------------------- charts

CHART_LETTERS = 9.0  # points
_GREYS = ("404040", "B8B8B8", "808080")


def chart_part(chart: BarChart, wide: float, high: float) -> str:
    """Stacked bars lying down, the first label on top, with the values inside the part itself, in a box ``wide`` and ``high`` (mm)."""
    count, plot = len(chart.labels), plot_of(chart, wide, high, CHART_LETTERS)
    labels = f'<c:strCache><c:ptCount val="{count}"/>' + "".join(
        f'<c:pt idx="{n}"><c:v>{escape(label)}</c:v></c:pt>' for n, label in enumerate(chart.labels)) + "</c:strCache>"
    series = []
    for k, one in enumerate(chart.series):
        values = f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>' + "".join(
            f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(one.values)) + "</c:numCache>"
        column = "BC"[k] if k < 2 else "D"
        series.append(
            f'<c:ser><c:idx val="{k}"/><c:order val="{k}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount val="1"/>'
            f'<c:pt idx="0"><c:v>{escape(one.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill>'
            f'<a:srgbClr val="{_GREYS[k % 3]}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef>'
            f"<c:f>Sheet1!$A$2:$A${count + 1}</c:f>{labels}</c:strRef></c:cat><c:val><c:numRef>"
            f"<c:f>Sheet1!${column}$2:${column}${count + 1}</c:f>{values}</c:numRef></c:val></c:ser>")
    text = (f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(CHART_LETTERS * 100)}">'
            f'<a:latin typeface="{FONT}"/></a:defRPr></a:pPr>'
            '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>')
    return (_HEAD + f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:roundedCorners val="0"/><c:chart>'
                    f'<c:autoTitleDeleted val="1"/>'
            '<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f'<c:x val="{plot.x:.4f}"/><c:y val="{plot.y:.4f}"/><c:w val="{plot.width:.4f}"/><c:h val="{plot.height:.4f}"/>'
            '</c:manualLayout></c:layout><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>'
            '<c:varyColors val="0"/>' + "".join(series)
            + '<c:gapWidth val="50"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
            '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
            f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{text}<c:crossAx val="2"/>'
            f'<c:crosses val="autoZero"/><c:tickLblSkip val="1"/></c:catAx>'
            '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
            f'<c:max val="{max(1, chart.most)}"/><c:min val="0"/></c:scaling>'
            '<c:delete val="0"/><c:axPos val="b"/>'
            '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
            '<c:tickLblPos val="nextTo"/>'
            f'{text}<c:crossAx val="1"/><c:crosses val="max"/></c:valAx></c:plotArea><c:legend><c:legendPos val="t"/>{text}</c:legend>'
            f'<c:plotVisOnly val="1"/></c:chart></c:chartSpace>')
