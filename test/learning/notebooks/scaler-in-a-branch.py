# expected: preprocessing
# found: preprocessing 11:9
import sys
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
df = pd.read_csv('d.csv')
X, y = df[['a', 'b']], df['y']
if len(sys.argv) > 1:
    X = MinMaxScaler().fit_transform(X)
else:
    X = X.values
X_train, X_test, y_train, y_test = train_test_split(X, y)
mlp = MLPClassifier()
mlp.fit(X_train, y_train)
print(mlp.score(X_test, y_test))
