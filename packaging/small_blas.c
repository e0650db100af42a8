/* What numpy calls of BLAS, for matrices as small as a kiosk's (tools/stand_ins.py).

   Written for shortness, not speed: OpenBLAS in numpy's wheel is 28 MB, with kernels for each
   processor. Names and 64-bit sizes are those of scipy-openblas64; sums of floats are kept in
   double precision. */

#include <complex.h>
#include <stdint.h>

typedef int64_t size;

enum { ROW_MAJOR = 101, NO_TRANSPOSE = 111, CONJUGATE = 113, UPPER = 121 };

/* The first element in memory: with a negative step, BLAS begins at the end. */
#define FIRST(count, step) ((step) < 0 ? (1 - (count)) * (step) : 0)

/* NUMBER: an element. SUM: in what is summed up. GIVEN, VALUE: how a factor comes, and its value.
   CONJ: its conjugate. */
#define ROUTINES(P, NUMBER, SUM, GIVEN, VALUE, CONJ)                                               \
    static NUMBER P##at(const NUMBER *a, size lead, int is_by_row, int transpose, size i, size j)  \
    {                                                                                              \
        size row = transpose == NO_TRANSPOSE ? i : j, column = transpose == NO_TRANSPOSE ? j : i;  \
        NUMBER x = is_by_row ? a[row * lead + column] : a[column * lead + row];                    \
        return transpose == CONJUGATE ? CONJ(x) : x;                                               \
    }                                                                                              \
    void scipy_cblas_##P##axpy64_(size n, GIVEN a, const NUMBER *x, size dx, NUMBER *y, size dy)   \
    {                                                                                              \
        x += FIRST(n, dx), y += FIRST(n, dy);                                                      \
        for (size i = 0; i < n; i++) y[i * dy] += VALUE(NUMBER, a) * x[i * dx];                    \
    }                                                                                              \
    void scipy_cblas_##P##gemv64_(int order, int transpose, size m, size n, GIVEN alpha,           \
                                  const NUMBER *a, size lead, const NUMBER *x, size dx,            \
                                  GIVEN beta, NUMBER *y, size dy)                                  \
    {                                                                                              \
        size rows = transpose == NO_TRANSPOSE ? m : n, columns = transpose == NO_TRANSPOSE ? n : m;\
        x += FIRST(columns, dx), y += FIRST(rows, dy);                                             \
        for (size i = 0; i < rows; i++) {                                                          \
            SUM sum = 0;                                                                           \
            for (size j = 0; j < columns; j++)                                                     \
                sum += (SUM)P##at(a, lead, order == ROW_MAJOR, transpose, i, j) * x[j * dx];       \
            NUMBER before = VALUE(NUMBER, beta) == 0 ? 0 : VALUE(NUMBER, beta) * y[i * dy];        \
            y[i * dy] = before + VALUE(NUMBER, alpha) * (NUMBER)sum;                               \
        }                                                                                          \
    }                                                                                              \
    void scipy_cblas_##P##gemm64_(int order, int of_a, int of_b, size m, size n, size k,           \
                                  GIVEN alpha, const NUMBER *a, size lead_a, const NUMBER *b,      \
                                  size lead_b, GIVEN beta, NUMBER *c, size lead_c)                 \
    {                                                                                              \
        int by_row = order == ROW_MAJOR;                                                           \
        for (size i = 0; i < m; i++)                                                               \
            for (size j = 0; j < n; j++) {                                                         \
                SUM sum = 0;                                                                       \
                for (size l = 0; l < k; l++)                                                       \
                    sum += (SUM)P##at(a, lead_a, by_row, of_a, i, l)                               \
                           * P##at(b, lead_b, by_row, of_b, l, j);                                 \
                NUMBER *to = c + (by_row ? i * lead_c + j : j * lead_c + i);                       \
                NUMBER before = VALUE(NUMBER, beta) == 0 ? 0 : VALUE(NUMBER, beta) * *to;          \
                *to = before + VALUE(NUMBER, alpha) * (NUMBER)sum;                                 \
            }                                                                                      \
    }                                                                                              \
    void scipy_cblas_##P##syrk64_(int order, int triangle, int transpose, size n, size k,          \
                                  GIVEN alpha, const NUMBER *a, size lead_a, GIVEN beta,           \
                                  NUMBER *c, size lead_c)                                          \
    {                                                                                              \
        int by_row = order == ROW_MAJOR;                                                           \
        for (size i = 0; i < n; i++)                                                               \
            for (size j = triangle == UPPER ? i : 0; j < (triangle == UPPER ? n : i + 1); j++) {   \
                SUM sum = 0;                                                                       \
                for (size l = 0; l < k; l++)                                                       \
                    sum += (SUM)P##at(a, lead_a, by_row, transpose, i, l)                          \
                           * P##at(a, lead_a, by_row, transpose, j, l);                            \
                NUMBER *to = c + (by_row ? i * lead_c + j : j * lead_c + i);                       \
                NUMBER before = VALUE(NUMBER, beta) == 0 ? 0 : VALUE(NUMBER, beta) * *to;          \
                *to = before + VALUE(NUMBER, alpha) * (NUMBER)sum;                                 \
            }                                                                                      \
    }

#define AS_IT_IS(x) (x)
#define BY_VALUE(NUMBER, given) (given)
#define BY_ADDRESS(NUMBER, given) (*(const NUMBER *)(given))

ROUTINES(s, float, double, float, BY_VALUE, AS_IT_IS)
ROUTINES(d, double, double, double, BY_VALUE, AS_IT_IS)
ROUTINES(c, float complex, double complex, const void *, BY_ADDRESS, conjf)
ROUTINES(z, double complex, double complex, const void *, BY_ADDRESS, conj)

#define DOT(P, NUMBER)                                                                             \
    NUMBER scipy_cblas_##P##dot64_(size n, const NUMBER *x, size dx, const NUMBER *y, size dy)     \
    {                                                                                              \
        double sum = 0;                                                                            \
        x += FIRST(n, dx), y += FIRST(n, dy);                                                      \
        for (size i = 0; i < n; i++) sum += (double)x[i * dx] * y[i * dy];                         \
        return (NUMBER)sum;                                                                        \
    }

#define COMPLEX_DOT(P, NAME, NUMBER, CONJ)                                                         \
    void scipy_cblas_##P##NAME##_sub64_(size n, const NUMBER *x, size dx, const NUMBER *y,         \
                                        size dy, NUMBER *result)                                   \
    {                                                                                              \
        double complex sum = 0;                                                                    \
        x += FIRST(n, dx), y += FIRST(n, dy);                                                      \
        for (size i = 0; i < n; i++) sum += (double complex)CONJ(x[i * dx]) * y[i * dy];           \
        *result = (NUMBER)sum;                                                                     \
    }

DOT(s, float)
DOT(d, double)
COMPLEX_DOT(c, dotu, float complex, AS_IT_IS)
COMPLEX_DOT(c, dotc, float complex, conjf)
COMPLEX_DOT(z, dotu, double complex, AS_IT_IS)
COMPLEX_DOT(z, dotc, double complex, conj)
