# expected: clean
# found: clean
import pandas as pd
import xgboost as xgb
from sklearn.model_selection import train_test_split
from sklearn.metrics import roc_auc_score
df = pd.read_csv('d.csv')
X, X_test, y, y_test = train_test_split(df.drop('y', axis=1), df['y'], test_size=0.2)
X_train, X_val, y_train, y_val = train_test_split(X, y, test_size=0.2)
best = None
for depth in (3, 5):
    clf = xgb.XGBClassifier(max_depth=depth, early_stopping_rounds=10)
    clf.fit(X_train, y_train, eval_set=[(X_train, y_train), (X_val, y_val)])
    auc = roc_auc_score(y_val, clf.predict_proba(X_val)[:, 1])
    if best is None or auc > best[0]:
        best = (auc, clf)
print(roc_auc_score(y_test, best[1].predict_proba(X_test)[:, 1]))
