# expected: preprocessing
# found: preprocessing 10:20
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Ridge
def normalise(frame, columns):
    out = frame.copy()
    scaler = MinMaxScaler()
    out[columns] = scaler.fit_transform(out[columns])
    return out
df = pd.read_csv('d.csv')
ready = normalise(df, ['a', 'b'])
X_train, X_test, y_train, y_test = train_test_split(ready[['a', 'b']], ready['y'])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
