/* Walks the objects and the characters of a page that pdfium has loaded, and writes what pdfium says of
 * them into arrays of the caller, some hundred at a call. It decides nothing that pdfium_walk.py, which
 * asks the same of pdfium call by call, would not decide: both give the same numbers, bit for bit.
 *
 * It knows neither Python nor pdfium's headers and links with neither: compiled.py hands it the addresses
 * of the functions below, taken from the library that pypdfium2 has loaded, and the bounds up to which a
 * page is read. It reserves no memory: what does not fit into the caller's arrays waits for the next call.
 * Counts that pdfium gives come from the file and are trusted by nothing here but loops that ask it again.
 *
 * Compile without contraction of a * b + c (-ffp-contract=off): it would round otherwise than Python. */

#include <stdint.h>

#ifdef _WIN32
#define CALL __stdcall
#define EXPORT __declspec(dllexport)
#else
#define CALL
#define EXPORT __attribute__((visibility("default")))
#endif

#define FUNCTIONS(F)                                                               \
    F(int, FPDFPage_CountObjects, (void *))                                        \
    F(void *, FPDFPage_GetObject, (void *, int))                                   \
    F(int, FPDFFormObj_CountObjects, (void *))                                     \
    F(void *, FPDFFormObj_GetObject, (void *, unsigned long))                      \
    F(int, FPDFPageObj_GetType, (void *))                                          \
    F(int, FPDFPageObj_GetMatrix, (void *, float *))                               \
    F(int, FPDFPageObj_GetBounds, (void *, float *, float *, float *, float *))    \
    F(int, FPDFPageObj_GetFillColor, (void *, unsigned *, unsigned *, unsigned *, unsigned *))   \
    F(int, FPDFPageObj_GetStrokeColor, (void *, unsigned *, unsigned *, unsigned *, unsigned *)) \
    F(int, FPDFPageObj_GetStrokeWidth, (void *, float *))                          \
    F(int, FPDFPageObj_HasTransparency, (void *))                                  \
    F(void *, FPDFPageObj_GetClipPath, (void *))                                   \
    F(int, FPDFClipPath_CountPaths, (void *))                                      \
    F(int, FPDFClipPath_CountPathSegments, (void *, int))                          \
    F(void *, FPDFClipPath_GetPathSegment, (void *, int, int))                     \
    F(int, FPDFPath_GetDrawMode, (void *, int *, int *))                           \
    F(int, FPDFPath_CountSegments, (void *))                                       \
    F(void *, FPDFPath_GetPathSegment, (void *, int))                              \
    F(int, FPDFPathSegment_GetPoint, (void *, float *, float *))                   \
    F(int, FPDFPathSegment_GetType, (void *))                                      \
    F(int, FPDFPathSegment_GetClose, (void *))                                     \
    F(int, FPDFTextObj_GetTextRenderMode, (void *))                                \
    F(int, FPDFTextObj_GetFontSize, (void *, float *))                             \
    F(void *, FPDFTextObj_GetFont, (void *))                                       \
    F(int, FPDFText_GetLooseCharBox, (void *, int, float *))                       \
    F(void *, FPDFText_GetTextObject, (void *, int))

#define MEMBER(result, name, arguments) result(CALL *name) arguments;
#define NAME(result, name, arguments) #name " "

typedef struct {
    FUNCTIONS(MEMBER)
} Pdfium;

/* The names of the functions in their order, for the caller to look them up. */
EXPORT const char pagewalk_functions[] = FUNCTIONS(NAME);

/* Kinds of objects, as in fpdf_edit.h. */
enum { TEXT = 1, PATH = 2, IMAGE = 3, SHADING = 4, FORM = 5 };
/* Render modes that only stroke letters. */
enum { STROKED_TEXT = 1, STROKED_CLIPPING_TEXT = 5 };
enum { LEVELS = 16 };

typedef struct {
    double a, b, c, d, e, f;
    int64_t plain; /* the identity that stands for no matrix: boxes are left as they are */
} Matrix;

typedef struct {
    double x0, top, x1, bottom;
} Box;

/* --- what the caller reads; the formats of these stand in compiled.py ------------------------------- */

typedef struct {
    double matrix[6], size;
    Box clip;
    void *object, *font;
    int32_t order, mode, clipped;
    uint32_t colour[4];
} Text;

typedef struct {
    double matrix[6], width;
    Box bounds, clip;
    int32_t order, clipped, filled, stroked, transparent, segments, pieces;
    uint32_t fill[4], stroke[4];
} Path;

typedef struct {
    Box bounds, clip;
    void *object;
    int32_t order, kind, clipped;
} Area;

typedef struct {
    void *owner;
    int32_t first, last;
} Span;

typedef struct {
    Text *texts;
    Path *paths;
    Area *areas;
    double *xs, *ys;
    int8_t *kinds;
    uint8_t *closes;
    int32_t room_texts, room_paths, room_areas, room_pieces;
    int32_t texts_used, paths_used, areas_used, pieces_used;
} Out;

typedef struct {
    void *holder; /* the page, or a form */
    Matrix matrix;
    int32_t next, count;
} Level;

typedef struct {
    double thin;
    int32_t objects, depth, segments, sample, sampled;
} Bounds;

typedef struct {
    Bounds bounds;
    int32_t order, depth, sampled, count;
    Level levels[LEVELS];
} Walk;

/* The sizes of these, for the caller to see that it reads what is written. */
EXPORT const int32_t pagewalk_sizes[] = {sizeof(Text), sizeof(Path), sizeof(Area), sizeof(Span), sizeof(Out), sizeof(Walk)};

/* --- plane geometry, as in affine.py: Python's min and max keep the first of what is alike ----------- */

static double least(double a, double b) { return b < a ? b : a; }
static double most(double a, double b) { return b > a ? b : a; }

static Matrix times(Matrix inner, Matrix outer) {
    if (outer.plain) return inner;
    Matrix made = {
        inner.a * outer.a + inner.b * outer.c,
        inner.a * outer.b + inner.b * outer.d,
        inner.c * outer.a + inner.d * outer.c,
        inner.c * outer.b + inner.d * outer.d,
        inner.e * outer.a + inner.f * outer.c + outer.e,
        inner.e * outer.b + inner.f * outer.d + outer.f,
        0,
    };
    return made;
}

static Box mapped(Box box, Matrix m) {
    if (m.plain) return box;
    if (m.b == 0 && m.c == 0) {
        double x0 = m.a * box.x0 + m.e, x1 = m.a * box.x1 + m.e;
        double y0 = m.d * box.top + m.f, y1 = m.d * box.bottom + m.f;
        Box made = {x0 < x1 ? x0 : x1, y0 < y1 ? y0 : y1, x1 > x0 ? x1 : x0, y1 > y0 ? y1 : y0};
        return made;
    }
    double xs[4], ys[4];
    for (int i = 0; i < 4; i++) {
        double x = i < 2 ? box.x0 : box.x1, y = i % 2 ? box.bottom : box.top;
        xs[i] = m.a * x + m.c * y + m.e;
        ys[i] = m.b * x + m.d * y + m.f;
    }
    Box made = {
        least(least(least(xs[0], xs[1]), xs[2]), xs[3]),
        least(least(least(ys[0], ys[1]), ys[2]), ys[3]),
        most(most(most(xs[0], xs[1]), xs[2]), xs[3]),
        most(most(most(ys[0], ys[1]), ys[2]), ys[3]),
    };
    return made;
}

/* The part that both share goes into `shared`; says whether there is one. */
static int meet(Box a, Box b, Box *shared) {
    Box part = {most(a.x0, b.x0), most(a.top, b.top), least(a.x1, b.x1), least(a.bottom, b.bottom)};
    if (!(part.x1 >= part.x0 && part.bottom >= part.top)) return 0;
    *shared = part;
    return 1;
}

/* --- what pdfium says of one object, as in pdfium_probe.py ------------------------------------------- */

static Matrix matrix_of(const Pdfium *ask, void *object) {
    float v[6] = {0};
    Matrix plain = {1, 0, 0, 1, 0, 0, 1};
    if (!ask->FPDFPageObj_GetMatrix(object, v)) return plain;
    Matrix found = {v[0], v[1], v[2], v[3], v[4], v[5], 0};
    return found;
}

static Box bounds_of(const Pdfium *ask, void *object, Matrix matrix) {
    float left = 0, bottom = 0, right = 0, top = 0;
    Box none = {0, 0, 0, 0};
    if (!ask->FPDFPageObj_GetBounds(object, &left, &bottom, &right, &top)) return none;
    Box found = {left, bottom, right, top};
    return mapped(found, matrix);
}

static void colour_of(const Pdfium *ask, int stroke, void *object, uint32_t colour[4]) {
    unsigned r = 0, g = 0, b = 0, alpha = 0;
    int known = stroke ? ask->FPDFPageObj_GetStrokeColor(object, &r, &g, &b, &alpha)
                       : ask->FPDFPageObj_GetFillColor(object, &r, &g, &b, &alpha);
    colour[0] = known ? r : 0;
    colour[1] = known ? g : 0;
    colour[2] = known ? b : 0;
    colour[3] = known ? alpha : 255;
}

/* The box around the points of one path of a clip; says whether it has any. */
static int clip_box(const Pdfium *ask, void *clip, int path, int count, Box *box) {
    int any = 0;
    for (int i = 0; i < count; i++) {
        float x = 0, y = 0;
        if (!ask->FPDFPathSegment_GetPoint(ask->FPDFClipPath_GetPathSegment(clip, path, i), &x, &y)) continue;
        Box point = {x, y, x, y};
        if (!any) *box = point;
        box->x0 = least(box->x0, x);
        box->top = least(box->top, y);
        box->x1 = most(box->x1, x);
        box->bottom = most(box->bottom, y);
        any = 1;
    }
    return any;
}

/* The box of what the object's clip lets through; says whether there is a clip. */
static int clip_of(const Pdfium *ask, const Bounds *limits, void *object, Matrix matrix, Box *shown) {
    void *clip = ask->FPDFPageObj_GetClipPath(object);
    int paths = clip ? ask->FPDFClipPath_CountPaths(clip) : 0, any = 0;
    for (int i = 0; i < paths; i++) {
        int count = ask->FPDFClipPath_CountPathSegments(clip, i);
        Box box, none = {0, 0, 0, 0};
        if (count > limits->segments || !clip_box(ask, clip, i, count, &box)) continue;
        box = mapped(box, matrix);
        if (!any) *shown = box;
        else if (!meet(*shown, box, shown)) *shown = none;
        any = 1;
    }
    return any;
}

/* --- objects ----------------------------------------------------------------------------------------- */

static void store(double to[6], Matrix m) {
    to[0] = m.a, to[1] = m.b, to[2] = m.c, to[3] = m.d, to[4] = m.e, to[5] = m.f;
}

static void text(const Pdfium *ask, const Walk *walk, void *object, Matrix matrix, Out *out) {
    Text *found = &out->texts[out->texts_used++];
    float size = 0;
    found->object = object;
    found->font = ask->FPDFTextObj_GetFont(object);
    found->order = walk->order;
    found->mode = ask->FPDFTextObj_GetTextRenderMode(object);
    colour_of(ask, found->mode == STROKED_TEXT || found->mode == STROKED_CLIPPING_TEXT, object, found->colour);
    store(found->matrix, times(matrix_of(ask, object), matrix));
    ask->FPDFTextObj_GetFontSize(object, &size);
    found->size = size;
    found->clipped = clip_of(ask, &walk->bounds, object, matrix, &found->clip);
}

static void area(const Pdfium *ask, const Walk *walk, void *object, int kind, Matrix matrix, Out *out) {
    Area *found = &out->areas[out->areas_used++];
    found->object = object;
    found->order = walk->order;
    found->kind = kind;
    found->bounds = bounds_of(ask, object, matrix);
    found->clipped = clip_of(ask, &walk->bounds, object, matrix, &found->clip);
}

/* How many segments of a path are looked at. */
static int looked_at(Walk *walk, int segments, int filled) {
    const Bounds *limits = &walk->bounds;
    if (segments <= limits->segments) return segments;
    if (!filled) return 0;
    int some = segments < limits->sample ? segments : limits->sample, left = limits->sampled - walk->sampled;
    some = some < left ? some : left;
    walk->sampled += some;
    return some;
}

static void outline(const Pdfium *ask, void *object, Matrix m, int segments, Out *out) {
    for (int i = 0; i < segments; i++) {
        void *segment = ask->FPDFPath_GetPathSegment(object, i);
        float x = 0, y = 0;
        ask->FPDFPathSegment_GetPoint(segment, &x, &y);
        int at = out->pieces_used++;
        out->xs[at] = m.a * x + m.c * y + m.e;
        out->ys[at] = m.b * x + m.d * y + m.f;
        out->kinds[at] = (int8_t)ask->FPDFPathSegment_GetType(segment);
        out->closes[at] = ask->FPDFPathSegment_GetClose(segment) != 0;
    }
}

static void path(const Pdfium *ask, Walk *walk, void *object, Matrix matrix, Out *out) {
    int mode = 0, stroke = 0;
    if (!ask->FPDFPath_GetDrawMode(object, &mode, &stroke) || (!mode && !stroke)) return;
    Path *found = &out->paths[out->paths_used];
    Box shared;
    found->clipped = clip_of(ask, &walk->bounds, object, matrix, &found->clip);
    Box box = found->bounds = bounds_of(ask, object, matrix);
    int thin = least(box.x1 - box.x0, box.bottom - box.top) <= walk->bounds.thin;
    if (found->clipped && !thin && !meet(box, found->clip, &shared)) return;
    out->paths_used++;
    Matrix own = matrix_of(ask, object);
    store(found->matrix, own);
    found->order = walk->order;
    found->filled = mode != 0;
    found->stroked = stroke != 0;
    found->segments = ask->FPDFPath_CountSegments(object);
    found->pieces = out->pieces_used;
    outline(ask, object, times(own, matrix), looked_at(walk, found->segments, found->filled), out);
    found->pieces = out->pieces_used - found->pieces;
    float width = 0;
    if (stroke) {
        ask->FPDFPageObj_GetStrokeWidth(object, &width);
        colour_of(ask, 1, object, found->stroke);
    }
    if (mode) colour_of(ask, 0, object, found->fill);
    found->width = width;
    found->transparent = mode && ask->FPDFPageObj_HasTransparency(object);
}

static void enter(const Pdfium *ask, Walk *walk, void *form, Matrix matrix) {
    if (walk->depth > walk->bounds.depth || walk->depth >= LEVELS) return;
    Level *level = &walk->levels[walk->depth++];
    level->holder = form;
    level->matrix = times(matrix_of(ask, form), matrix);
    level->next = 0;
    level->count = ask->FPDFFormObj_CountObjects(form);
}

/* Whether the arrays have room for whatever the next object may be. */
static int has_room(const Walk *walk, const Out *out) {
    const Bounds *limits = &walk->bounds;
    int largest = limits->segments > limits->sample ? limits->segments : limits->sample;
    return out->texts_used < out->room_texts && out->paths_used < out->room_paths &&
           out->areas_used < out->room_areas && out->pieces_used <= out->room_pieces - largest;
}

/* Begin with a page; the bounds are set by the caller. */
EXPORT void pagewalk_begin(const Pdfium *ask, void *page, Walk *walk) {
    Matrix plain = {1, 0, 0, 1, 0, 0, 1};
    Level *top = &walk->levels[0];
    walk->order = walk->sampled = 0;
    walk->depth = 1;
    walk->count = ask->FPDFPage_CountObjects(page);
    top->holder = page;
    top->matrix = plain;
    top->next = 0;
    top->count = walk->count < walk->bounds.objects ? walk->count : walk->bounds.objects;
}

/* Go on until the page ends (then 0) or an array is full (then 1). */
EXPORT int32_t pagewalk_go_on(const Pdfium *ask, Walk *walk, Out *out) {
    out->texts_used = out->paths_used = out->areas_used = out->pieces_used = 0;
    while (walk->depth > 0) {
        Level *level = &walk->levels[walk->depth - 1];
        if (level->next >= level->count) {
            walk->depth--;
            continue;
        }
        if (walk->order > walk->bounds.objects) return 0;
        if (!has_room(walk, out)) return 1;
        int i = level->next++;
        Matrix matrix = level->matrix;
        void *object = walk->depth == 1 ? ask->FPDFPage_GetObject(level->holder, i)
                                        : ask->FPDFFormObj_GetObject(level->holder, (unsigned long)i);
        if (!object) continue;
        walk->order++;
        int kind = ask->FPDFPageObj_GetType(object);
        if (kind == TEXT) text(ask, walk, object, matrix, out);
        else if (kind == PATH) path(ask, walk, object, matrix, out);
        else if (kind == FORM) enter(ask, walk, object, matrix);
        else if (kind == IMAGE || kind == SHADING) area(ask, walk, object, kind, matrix, out);
    }
    return 0;
}

/* --- characters, as in pdfium_text.py ---------------------------------------------------------------- */

/* Left, top, right and bottom of each character. */
EXPORT void pagewalk_boxes(const Pdfium *ask, void *text_page, int32_t count, float *boxes) {
    for (int32_t i = 0; i < count; i++) ask->FPDFText_GetLooseCharBox(text_page, i, boxes + 4 * (int64_t)i);
}

/* The next stretches of characters of one object, from `*from` on; says how many. */
EXPORT int32_t pagewalk_spans(const Pdfium *ask, void *text_page, int32_t *from, int32_t count, int32_t stride,
                              Span *spans, int32_t room) {
    int32_t first = *from, used = 0;
    while (first < count && used < room) {
        void *owner = ask->FPDFText_GetTextObject(text_page, first);
        int32_t last = first + 1;
        if (owner) {
            while (last + stride <= count && ask->FPDFText_GetTextObject(text_page, last + stride - 1) == owner)
                last += stride;
            int32_t high = last + stride - 1 < count ? last + stride - 1 : count;
            while (last < high) {
                int32_t middle = last + (high - last) / 2;
                if (ask->FPDFText_GetTextObject(text_page, middle) == owner) last = middle + 1;
                else high = middle;
            }
            spans[used].owner = owner;
            spans[used].first = first;
            spans[used++].last = last;
        }
        first = last;
    }
    *from = first;
    return used;
}
