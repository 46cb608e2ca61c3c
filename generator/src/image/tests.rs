//! Sentinels in every kind of metadata, hunted in what is published.

use super::bytes::number;
use super::icc::tests::telling;
use super::*;

const SENTINEL: &str = "SENTINEL-48.2082N";

fn published(extension: &str, bytes: &[u8]) -> Published<'static> {
    let published = publish(extension, bytes).unwrap_or_else(|faults| panic!("{faults:?}"));
    Published {
        bytes: published.bytes.into_owned().into(),
        size: published.size,
    }
}

fn hunt(bytes: &[u8]) {
    for needle in [
        &b"SENTINEL"[..],
        b"48.2082N",
        b"Exif\0\0II",
        b"xmp",
        b"Photoshop",
    ] {
        let found = bytes
            .windows(needle.len())
            .position(|window| window == needle);
        assert_eq!(found, None, "{}", String::from_utf8_lossy(needle));
    }
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// EXIF with an orientation and a sentinel in place of a place.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff =
        b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x11\0\0\0\x26\0\0\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    tiff.extend_from_slice(&[orientation, 0, 0, 0]);
    tiff.extend_from_slice(&[0; 4]);
    tiff.extend_from_slice(SENTINEL.as_bytes());
    tiff
}

fn segment(marker: u8, parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], &data].concat()
}

/// A JPEG of 30 × 20 pixels in form (nobody decodes it here), with two scans.
fn jpeg(orientation: u8) -> Vec<u8> {
    let text = SENTINEL.as_bytes();
    let profile = telling(SENTINEL);
    let (first, second) = profile.split_at(100);
    [
        &b"\xff\xd8"[..],
        &segment(
            0xe0,
            &[b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x06", text, b"."],
        ),
        &segment(0xe0, &[b"JFXX\0\x10", text]),
        &segment(0xe1, &[b"Exif\0\0", &exif(orientation)]),
        &segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>", text]),
        // Out of order, as some programs write them.
        &segment(0xe2, &[b"ICC_PROFILE\0\x02\x02", second]),
        &segment(0xe2, &[b"ICC_PROFILE\0\x01\x02", first]),
        &segment(0xe2, &[b"MPF\0", text]),
        &segment(0xed, &[b"Photoshop 3.0\x008BIM\x04\x04", text]),
        &segment(0xee, &[b"Adobe\0\x64\0\0\0\0\x01", text]),
        &segment(0xfe, &[text]),
        &segment(0xdb, &[&[0], &[1; 64]]),
        &segment(0xc2, &[b"\x08\0\x14\0\x1e\x01\x01\x11\0"]),
        &segment(0xc4, &[b"\0", &[0; 16]]),
        &segment(0xda, &[b"\x01\x01\0\0\0\0"]),
        b"\x12\xff\0\x34\xff\xd0\x56",
        &segment(0xfe, &[b"between scans ", text]),
        b"\xff",
        &segment(0xda, &[b"\x01\x01\0\x01\x05\0"]),
        b"\x78\xff\xd9",
        b"after the end ",
        text,
    ]
    .concat()
}

#[test]
fn a_photograph_tells_nothing() {
    let photograph = published("JPG", &jpeg(1));
    hunt(&photograph.bytes);
    assert_eq!(photograph.size, Some((30, 20)));
    let bytes = &photograph.bytes;
    assert!(bytes.starts_with(b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x02\x01\0\x48\0\x48\0\0\xff\xe2"));
    assert!(bytes.ends_with(b"\x78\xff\xd9"));
    assert!(
        contains(bytes, b"\x12\xff\0\x34\xff\xd0\x56\xff\xda"),
        "both scans are whole"
    );
    assert!(contains(bytes, b"Adobe\0\x64\0\0\0\0\x01\xff"));
    assert!(contains(bytes, b"rXYZ"), "colours stay");
    assert_eq!(
        published("jpeg", bytes).bytes,
        photograph.bytes,
        "nothing more to leave out"
    );
}

#[test]
fn a_photograph_keeps_how_it_is_turned() {
    for turned in 1..=8 {
        let photograph = published("jpg", &jpeg(turned));
        hunt(&photograph.bytes);
        let at = photograph
            .bytes
            .windows(6)
            .position(|window| window == b"Exif\0\0");
        let kept = at.and_then(|at| super::exif::orientation(&photograph.bytes[at + 6..]));
        assert_eq!(kept, (turned != 1).then_some(turned));
        let upright = if turned >= 5 { (20, 30) } else { (30, 20) };
        assert_eq!(photograph.size, Some(upright), "{turned}");
    }
}

fn png(more: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    super::png::chunk(&mut bytes, *b"IHDR", b"\0\0\0\x1e\0\0\0\x14\x08\x02\0\0\0");
    for (name, data) in more {
        super::png::chunk(&mut bytes, **name, data);
    }
    let pixels = miniz_oxide::deflate::compress_to_vec_zlib(&[0; 20 * 91], 6);
    super::png::chunk(&mut bytes, *b"IDAT", &pixels);
    super::png::chunk(&mut bytes, *b"IEND", b"");
    bytes
}

#[test]
fn a_screenshot_tells_nothing() {
    let text = SENTINEL.as_bytes();
    let packed = |data: &[u8]| miniz_oxide::deflate::compress_to_vec_zlib(data, 6);
    let more = [
        (
            b"iCCP",
            [text, b"\0\0", &packed(&telling(SENTINEL))].concat(),
        ),
        (b"tEXt", [b"Author\0", text].concat()),
        (b"zTXt", [b"Comment\0\0", &packed(text)[..]].concat()),
        (b"iTXt", [b"XML:com.adobe.xmp\0\0\0\0\0", text].concat()),
        (b"tIME", b"\x07\xea\x0b\x18\x01\x02\x03".to_vec()),
        (b"eXIf", exif(1)),
        (b"sPLT", [text, b"\0\x08"].concat()),
        (b"vpAg", text.to_vec()),
        (b"caBX", text.to_vec()),
        (b"pHYs", b"\0\0\x0b\x13\0\0\x0b\x13\x01".to_vec()),
    ];
    let mut bytes = png(&more);
    bytes.extend_from_slice(text);
    let screenshot = published("png", &bytes);
    hunt(&screenshot.bytes);
    assert_eq!(screenshot.size, Some((30, 20)));
    for gone in [&b"tEXt"[..], b"zTXt", b"tIME", b"eXIf", b"caBX"] {
        assert!(!contains(&screenshot.bytes, gone));
    }
    assert!(contains(&screenshot.bytes, b"pHYs"));
    // Compressed: what the profile holds must be looked at unpacked.
    let at = screenshot
        .bytes
        .windows(4)
        .position(|window| window == b"iCCP")
        .unwrap();
    let length = number(&screenshot.bytes[at - 4..at], true);
    let profile = &screenshot.bytes[at + 4 + 5..at + 4 + length];
    let profile = miniz_oxide::inflate::decompress_to_vec_zlib(profile).unwrap();
    hunt(&profile);
    assert!(contains(&profile, b"rXYZ"));

    let plain = png(&[]);
    assert!(matches!(
        publish("png", &plain).unwrap().bytes,
        Cow::Borrowed(_)
    ));
    let lying = publish("png", &png(&[(b"eXIf", exif(6))])).unwrap_err();
    assert_eq!(lying[0].code, Code::ImageFile);
    let critical = publish("png", &png(&[(b"CgBI", vec![0; 4])])).unwrap_err();
    assert!(critical[0].what.starts_with("is broken"), "{critical:?}");
}

#[test]
fn an_animation_tells_nothing() {
    let text = SENTINEL.as_bytes();
    let length = u8::try_from(text.len()).unwrap();
    let block = [&[length], text, &[0]].concat();
    let image = b",\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x01\0";
    let control = b"!\xf9\x04\x04\x0a\0\0\0";
    let repeats = b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    let gif = [
        &b"GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xff\xff\xff"[..],
        repeats,
        b"!\xfe",
        &block,
        b"!\xff\x0bXMP DataXMP",
        &block,
        control,
        image,
        // A text with its control: both go.
        control,
        b"!\x01\x0c\0\0\0\0\0\0\0\0\0\0\0\0",
        &block,
        control,
        image,
        b";",
        text,
    ]
    .concat();
    let animation = published("gif", &gif);
    hunt(&animation.bytes);
    assert_eq!(animation.size, Some((2, 1)));
    let kept = [
        &b"GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xff\xff\xff"[..],
        repeats,
        control,
        image,
        control,
        image,
        b";",
    ]
    .concat();
    assert_eq!(*animation.bytes, kept);
}

fn riff(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (name, data) in chunks {
        body.extend_from_slice(*name);
        body.extend_from_slice(&u32::try_from(data.len()).unwrap().to_le_bytes());
        body.extend_from_slice(data);
        if data.len() % 2 == 1 {
            body.push(0);
        }
    }
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [b"RIFF", &length[..], &body].concat()
}

#[test]
fn webp_tells_nothing() {
    let text = SENTINEL.as_bytes();
    let header = b"\x2c\0\0\0\x1d\0\0\x13\0\0";
    let frame = [
        &[0_u8; 16][..],
        &riff(&[(b"VP8L", b"\x2f..."), (b"note", text)])[12..],
    ]
    .concat();
    let profile = telling(SENTINEL);
    let webp = [
        &riff(&[
            (b"VP8X", header),
            (b"ICCP", &profile),
            (b"ANMF", &frame),
            (b"VP8L", b"\x2f\x1d\xc0\x04\0"),
            (b"EXIF", &exif(1)),
            (b"XMP ", text),
            (b"Note", text),
        ])[..],
        text,
    ]
    .concat();
    let image = published("webp", &webp);
    hunt(&image.bytes);
    assert_eq!(image.size, Some((30, 20)));
    assert_eq!(image.bytes[20], 0x20, "only the profile is announced");
    assert_eq!(number(&image.bytes[4..8], false) + 8, image.bytes.len());
    assert!(contains(&image.bytes, b"rXYZ") && contains(&image.bytes, b"ANMF"));
    assert_eq!(published("webp", &image.bytes).bytes, image.bytes);
}

#[test]
fn a_drawing_tells_nothing() {
    let svg = format!(
        r##"<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "{SENTINEL}">
<?editor {SENTINEL}?>
<!-- {SENTINEL} -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="urn:i" xmlns:rdf="urn:rdf"
  i:export-filename="/home/{SENTINEL}/map.png" data-name="{SENTINEL}" width="2in" height="48pt">
  <title>{SENTINEL}</title><desc>{SENTINEL}</desc><metadata><rdf:RDF>{SENTINEL}</rdf:RDF></metadata>
  <i:namedview window="{SENTINEL}"/>
  <style>/* {SENTINEL} */ .a {{ fill: url(#g) }}</style>
  <defs><linearGradient id="g"/></defs>
  <rect class="a" width="10" height="10"/><use xlink:href="#g"/><text>Gate</text>
</svg>
<!-- {SENTINEL} -->
"##
    );
    let drawing = published("svg", svg.as_bytes());
    hunt(&drawing.bytes);
    assert_eq!(drawing.size, Some((192, 64)));
    let text = std::str::from_utf8(&drawing.bytes).unwrap();
    assert!(text.contains(
        "<rect class=\"a\" width=\"10\" height=\"10\"/><use xlink:href=\"#g\"/><text>Gate</text>"
    ));
    assert!(text.contains(".a { fill: url(#g) }"));
    roxmltree::Document::parse(text).unwrap();
    let plain =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30,20'><path d='M0 0'/></svg>";
    let plain = publish("svg", plain.as_bytes()).unwrap();
    assert_eq!(
        (matches!(plain.bytes, Cow::Borrowed(_)), plain.size),
        (true, Some((30, 20)))
    );
}

#[test]
fn a_drawing_that_does_more_is_refused_where_it_does() {
    for (part, place) in [
        ("<script>alert(1)</script>", "<script"),
        ("<rect onclick='x()'/>", "onclick='x()'"),
        (
            "<image href='https://host.example/x.png'/>",
            "href='https://host.example/x.png'",
        ),
        (
            "<image href='data:image/png;base64,AA'/>",
            "href='data:image/png;base64,AA'",
        ),
        (
            "<a xlink:href='javascript:x()'/>",
            "xlink:href='javascript:x()'",
        ),
        ("<foreignObject><p/></foreignObject>", "<foreignObject"),
        (
            "<rect fill='url(https://host.example/#g)'/>",
            "fill='url(https://host.example/#g)'",
        ),
        (
            "<rect style='background:u\\72l(//host)'/>",
            "style='background:u\\72l(//host)'",
        ),
        ("<style>@import 'x.css';</style>", "@import 'x.css';"),
        ("<style>a{b:ur/**/l(x)} @imp/* */ort 'x'</style>", ""),
        (
            "<set attributeName='xlink:href' to='javascript:x()'/>",
            "attributeName='xlink:href'",
        ),
        (
            "<?xml-stylesheet href='x.css'?>",
            "<?xml-stylesheet href='x.css'?>",
        ),
    ] {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>{part}</svg>"
        );
        let result = publish("svg", svg.as_bytes());
        if place.is_empty() {
            // Without its comments it must not become a thing that loads.
            let text =
                result.map(|published| String::from_utf8(published.bytes.into_owned()).unwrap());
            assert!(
                text.as_ref()
                    .is_err_and(|faults| faults[0].code == Code::UnsafeSvg),
                "{text:?}"
            );
            continue;
        }
        let faults = result.unwrap_err();
        let found = &svg[faults[0].span.clone().unwrap()];
        assert_eq!(
            (faults[0].code, found),
            (Code::UnsafeSvg, place),
            "{faults:?}"
        );
    }
    let entities = "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg xmlns='http://www.w3.org/2000/svg'/>";
    assert_eq!(
        publish("svg", entities.as_bytes()).unwrap_err()[0].code,
        Code::UnsafeSvg
    );
    for broken in [
        "<svg",
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "words",
    ] {
        assert_eq!(
            publish("svg", broken.as_bytes()).unwrap_err()[0].code,
            Code::ImageFile
        );
    }
}

#[test]
fn what_cannot_be_cleaned_is_told() {
    let code = |extension: &str, bytes: &[u8]| {
        publish(extension, bytes)
            .map_err(|faults| faults[0].code)
            .map(|_| ())
    };
    for (extension, bytes) in [
        ("heic", &b"\0\0\0\x18ftypheic...."[..]),
        ("tif", b"II*\0........"),
        (
            "pdf",
            b"%PDF-1.7\n1 0 obj<</Author(x)>>endobj trailer<</Info 1 0 R>>",
        ),
        (
            "pdf",
            b"%PDF-1.7\n\xe2\xe3 5 0 obj<</Type/Metadata/Length 3>>stream",
        ),
        (
            "docx",
            b"PK\x03\x04...docProps/core.xml...[Content_Types].xml",
        ),
        ("zip", b"PK\x03\x04...photo.jpg"),
        ("bin", b"\0\x01\x02\x03\xff"),
    ] {
        assert_eq!(
            code(extension, bytes),
            Err(Code::FileMetadata),
            "{extension}"
        );
    }
    for (extension, bytes) in [
        ("csv", &b"a,b\n1,2\n"[..]),
        (
            "pdf",
            b"%PDF-1.7\n\xe2\xe3 1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>",
        ),
        (
            "docx",
            b"PK\x03\x04...word/document.xml...[Content_Types].xml",
        ),
    ] {
        assert_eq!(code(extension, bytes), Ok(()), "{extension}");
    }
    assert_eq!(code("png", &jpeg(1)), Err(Code::ImageFile));
    assert_eq!(code("jpg", b"words"), Err(Code::ImageFile));
}

#[test]
fn a_cut_file_never_panics() {
    let files = [
        ("jpg", jpeg(6)),
        (
            "png",
            png(&[(b"eXIf", exif(1)), (b"iCCP", b"x\0\0yy".to_vec())]),
        ),
        (
            "webp",
            riff(&[
                (b"VP8X", &[0; 10]),
                (b"ANMF", &[0; 20]),
                (b"EXIF", &exif(3)),
            ]),
        ),
    ];
    for (extension, whole) in files {
        for length in 0..whole.len() {
            let _ = publish(extension, &whole[..length]);
            let mut flipped = whole.clone();
            flipped[length] ^= 0xff;
            let _ = publish(extension, &flipped);
        }
    }
}
