# expected: multi-test
# found: multi-test 24:7
# %%
import numpy as np
import pandas as pd
from sklearn.preprocessing import FunctionTransformer, PolynomialFeatures
from sklearn.pipeline import make_pipeline
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
# %%
bikes = (pd.read_csv("hour.csv", parse_dates=["dteday"])
           .drop(columns=["instant", "casual", "registered"])
           .assign(dow=lambda d: d.dteday.dt.dayofweek, cnt=lambda d: np.log1p(d.cnt))
           .drop(columns="dteday"))
bikes.head()
# %%
tr, te = train_test_split(bikes, test_size=.25, random_state=5)
ytr, yte = tr.pop("cnt"), te.pop("cnt")
# %%
def make(alpha, deg=1):
    return make_pipeline(FunctionTransformer(np.log1p), PolynomialFeatures(deg), Ridge(alpha=alpha))
# %%
alphas = np.logspace(-3, 3, 7)
r2 = [make(a).fit(tr, ytr).score(te, yte) for a in alphas]
r2_poly = [make(a, 2).fit(tr, ytr).score(te, yte) for a in alphas]
# %%
out = pd.DataFrame({"alpha": alphas, "linear": r2, "poly": r2_poly})
out.style.background_gradient()
# %%
out.plot(x="alpha", logx=True)
