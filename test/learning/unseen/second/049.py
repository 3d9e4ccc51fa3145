# expected: multi-test
# found: multi-test 42:23
# %%
!pip install keras-tuner --quiet

# %%
import tensorflow as tf
from tensorflow import keras
import keras_tuner as kt

# %%
(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
x_train = x_train.astype('float32') / 255.0
x_test = x_test.astype('float32') / 255.0
x_train = x_train[..., None]
x_test = x_test[..., None]

# %%
def build_model(hp):
    m = keras.Sequential()
    m.add(keras.layers.Conv2D(hp.Int('conv_1_filter', 32, 128, step=16), hp.Choice('conv_1_kernel', [3, 5]), activation='relu', input_shape=(28, 28, 1)))
    m.add(keras.layers.Conv2D(hp.Int('conv_2_filter', 32, 64, step=16), hp.Choice('conv_2_kernel', [3, 5]), activation='relu'))
    m.add(keras.layers.Flatten())
    m.add(keras.layers.Dense(hp.Int('dense_1_units', 32, 128, step=16), activation='relu'))
    m.add(keras.layers.Dense(10, activation='softmax'))
    m.compile(optimizer=keras.optimizers.Adam(hp.Choice('learning_rate', [1e-2, 1e-3])),
              loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return m

# %%
tuner = kt.RandomSearch(build_model, objective='val_accuracy', max_trials=5, directory='output', project_name='FMNIST')
tuner.search(x_train, y_train, epochs=3, validation_data=(x_test, y_test))

# %%
model = tuner.get_best_models(num_models=1)[0]
model.summary()

# %%
model.fit(x_train, y_train, epochs=10, validation_split=0.1, initial_epoch=3)

# %%
test_loss, test_acc = model.evaluate(x_test, y_test)
print(test_acc)
