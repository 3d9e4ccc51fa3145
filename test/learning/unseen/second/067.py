# expected: multi-test
# found: multi-test 34:5
# %%
import pandas as pd
import numpy as np
import xgboost as xgb
from sklearn.model_selection import train_test_split
from sklearn.metrics import f1_score, precision_recall_curve, roc_auc_score
import matplotlib.pyplot as plt

# %%
claims = pd.read_csv('insurance_fraud_claims.csv')
claims = claims.drop(['policy_number', 'policy_bind_date', 'incident_date', 'incident_location', '_c39'], axis=1)
claims = claims.replace('?', 'UNKNOWN')
claims['fraud_reported'] = (claims.fraud_reported == 'Y') * 1
X = pd.get_dummies(claims.drop('fraud_reported', axis=1))
y = claims.fraud_reported

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.3, random_state=42, stratify=y)

# %%
dtrain = xgb.DMatrix(X_train, label=y_train)
dtest = xgb.DMatrix(X_test, label=y_test)
watchlist = [(dtrain, 'train'), (dtest, 'test')]
params = {'max_depth': 4, 'eta': .03, 'objective': 'binary:logistic', 'eval_metric': 'auc', 'subsample': .7}
res = {}
bst = xgb.train(params, dtrain, 2000, evals=watchlist, early_stopping_rounds=60, evals_result=res, verbose_eval=50)

# %%
plt.plot(res['train']['auc']); plt.plot(res['test']['auc'])

# %%
p = bst.predict(dtest, ntree_limit=bst.best_ntree_limit)
print('auc', roc_auc_score(y_test, p))

# %%
ths = np.arange(.05, .95, .01)
f1s = [f1_score(y_test, p > t) for t in ths]
t_best = ths[np.argmax(f1s)]
print('best threshold %.2f -> F1 %.4f' % (t_best, max(f1s)))

# %%
pr, rc, _ = precision_recall_curve(y_test, p)
plt.figure(); plt.plot(rc, pr)
