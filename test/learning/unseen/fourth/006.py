# expected: preprocessing
# found: preprocessing 21:28
# undecided: multi-test
# %%
import pandas as pd
import numpy as np
from sklearn.linear_model import Ridge, Lasso
from sklearn.model_selection import cross_val_score
# %%
train = pd.read_csv('../input/train.csv')
test = pd.read_csv('../input/test.csv')
# %%
all_data = pd.concat((train.loc[:, 'MSSubClass':'SaleCondition'],
                      test.loc[:, 'MSSubClass':'SaleCondition']))
# %%
# log transform the target
train["SalePrice"] = np.log1p(train["SalePrice"])
numeric_feats = all_data.dtypes[all_data.dtypes != "object"].index
# %%
all_data = pd.get_dummies(all_data)
all_data = all_data.fillna(all_data.mean())
# %%
X_train = all_data[:train.shape[0]]
X_test = all_data[train.shape[0]:]
y = train.SalePrice
# %%
def rmse_cv(model):
    rmse = np.sqrt(-cross_val_score(model, X_train, y, scoring="neg_mean_squared_error", cv=5))
    return rmse
# %%
alphas = [0.05, 0.1, 0.3, 1, 3, 5, 10, 15, 30, 50, 75]
cv_ridge = [rmse_cv(Ridge(alpha=a)).mean() for a in alphas]
cv_ridge = pd.Series(cv_ridge, index=alphas)
cv_ridge.plot(title="Validation")
cv_ridge.min()
# %%
lasso = Lasso(alpha=0.0005).fit(X_train, y)
print(rmse_cv(lasso).mean())
# %%
preds = np.expm1(lasso.predict(X_test))
solution = pd.DataFrame({"id": test.Id, "SalePrice": preds})
solution.to_csv("lasso.csv", index=False)
