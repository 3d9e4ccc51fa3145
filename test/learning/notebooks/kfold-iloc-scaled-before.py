# expected: preprocessing
# found: preprocessing 10:18
import pandas as pd
from sklearn.model_selection import KFold
from sklearn.preprocessing import RobustScaler
from sklearn.linear_model import Ridge

df = pd.read_csv('energy.csv')
y = df['load']
X = pd.DataFrame(RobustScaler().fit_transform(df.drop('load', axis=1)))
kf = KFold(n_splits=5, shuffle=True)
scores = []
for train_idx, test_idx in kf.split(X):
    model = Ridge()
    model.fit(X.iloc[train_idx], y.iloc[train_idx])
    scores.append(model.score(X.iloc[test_idx], y.iloc[test_idx]))
print(sum(scores) / len(scores))
