# expected: preprocessing
# found: preprocessing 25:9
# undecided: multi-test
# %%
import numpy as np
import pandas as pd
from keras.models import Sequential
from keras.layers import Dense, Dropout
from keras.utils import np_utils
from sklearn.preprocessing import LabelEncoder, StandardScaler

np.random.seed(1337)

# %%
def load_data(path):
    df = pd.read_csv(path)
    X = df.values.copy()
    np.random.shuffle(X)
    X, labels = X[:, 1:-1].astype(np.float32), X[:, -1]
    return X, labels

def preprocess_data(X, scaler=None):
    if not scaler:
        scaler = StandardScaler()
        scaler.fit(X)
    X = scaler.transform(X)
    return X, scaler

def preprocess_labels(labels, encoder=None, categorical=True):
    if not encoder:
        encoder = LabelEncoder()
        encoder.fit(labels)
    y = encoder.transform(labels).astype(np.int32)
    if categorical:
        y = np_utils.to_categorical(y)
    return y, encoder

# %%
X, labels = load_data('otto/train.csv')
X, scaler = preprocess_data(X)
y, encoder = preprocess_labels(labels)

# %%
nb_classes = y.shape[1]
dims = X.shape[1]
print(nb_classes, 'classes', dims, 'dims')

# %%
model = Sequential()
model.add(Dense(512, activation='relu', input_shape=(dims,)))
model.add(Dropout(0.5))
model.add(Dense(512, activation='relu'))
model.add(Dropout(0.5))
model.add(Dense(nb_classes, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])

# %%
hist = model.fit(X, y, epochs=20, batch_size=128, validation_split=0.15, verbose=2)

# %%
print('validation logloss', hist.history['val_loss'][-1], 'acc', hist.history['val_accuracy'][-1])
import matplotlib.pyplot as plt
plt.plot(hist.history['loss']); plt.plot(hist.history['val_loss'])
