"""Thin, fast bindings to the pdfium functions that are called once a character.

pypdfium2's own wrappers check and convert every argument; for calls made thousands of
times a page plain addresses are twice as fast, and keeping the interpreter's lock
(PYFUNCTYPE; pdfium is not thread-safe anyway) saves another quarter.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_float, c_int, c_uint, c_void_p
from typing import Any

import pypdfium2.raw as raw


def _bind(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value or 0)


char_unicode = _bind(raw.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
char_box = _bind(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
char_object = _bind(raw.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
char_angle = _bind(raw.FPDFText_GetCharAngle, c_float, c_void_p, c_int)
char_origin = _bind(raw.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)

page_object = _bind(raw.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
form_object = _bind(raw.FPDFFormObj_GetObject, c_void_p, c_void_p, c_int)
object_type = _bind(raw.FPDFPageObj_GetType, c_int, c_void_p)
object_bounds = _bind(raw.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
object_matrix = _bind(raw.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
fill_colour = _bind(raw.FPDFPageObj_GetFillColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
stroke_colour = _bind(raw.FPDFPageObj_GetStrokeColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
stroke_width = _bind(raw.FPDFPageObj_GetStrokeWidth, c_int, c_void_p, c_void_p)
clip_path = _bind(raw.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
clip_count = _bind(raw.FPDFClipPath_CountPaths, c_int, c_void_p)
clip_segments = _bind(raw.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
clip_segment = _bind(raw.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)
draw_mode = _bind(raw.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
path_segments = _bind(raw.FPDFPath_CountSegments, c_int, c_void_p)
path_segment = _bind(raw.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_point = _bind(raw.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
segment_type = _bind(raw.FPDFPathSegment_GetType, c_int, c_void_p)
segment_close = _bind(raw.FPDFPathSegment_GetClose, c_int, c_void_p)
text_render_mode = _bind(raw.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
text_size = _bind(raw.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
text_font = _bind(raw.FPDFTextObj_GetFont, c_void_p, c_void_p)
font_name = _bind(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
font_weight = _bind(raw.FPDFFont_GetWeight, c_int, c_void_p)
font_italic = _bind(raw.FPDFFont_GetItalicAngle, c_int, c_void_p, c_void_p)
has_transparency = _bind(raw.FPDFPageObj_HasTransparency, c_int, c_void_p)
