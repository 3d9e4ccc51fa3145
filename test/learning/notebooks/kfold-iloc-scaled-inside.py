# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import RobustScaler
from sklearn.linear_model import RidgeClassifier

df = pd.read_csv('energy.csv')
y = df['load']
X = df.drop('load', axis=1)
skf = StratifiedKFold(n_splits=5)
scores = []
for fold, (train_idx, test_idx) in enumerate(skf.split(X, y)):
    X_train, X_test = X.iloc[train_idx], X.iloc[test_idx]
    scaler = RobustScaler().fit(X_train)
    model = RidgeClassifier()
    model.fit(scaler.transform(X_train), y.iloc[train_idx])
    scores.append(model.score(scaler.transform(X_test), y.iloc[test_idx]))
print(sum(scores) / len(scores))
