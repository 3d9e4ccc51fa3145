# expected: preprocessing
# found: preprocessing 9:13
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
df = pd.read_csv('d.csv')
for c in ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']:
    df[c] = StandardScaler().fit_transform(df[[c]])
X_train, X_test, y_train, y_test = train_test_split(df[['d', 'e']], df['y'])
lr = LogisticRegression().fit(X_train, y_train)
print(lr.score(X_test, y_test))
